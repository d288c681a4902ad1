# SPDX-License-Identifier: Apache-2.0
"""Which sentence patterns content may use, and the plain answer to all others."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from srpp_criteria.wording import Message, MessageError, parse, unparse
from srpp_criteria.wording.message import Argument, Branch, Count, Literal, Plural, Select


def test_words_alone_are_one_literal() -> None:
    """A text without braces is itself."""
    assert parse("Two tiers at most.").nodes == (Literal("Two tiers at most."),)


def test_a_placeholder_stands_for_a_value() -> None:
    """`{name}` becomes an argument between the words."""
    assert parse("At most { max_tiers } tiers.").nodes == (
        Literal("At most "),
        Argument("max_tiers"),
        Literal(" tiers."),
    )


def test_a_plural_has_words_per_number() -> None:
    """Exact numbers, plural forms and `#` are kept apart."""
    assert parse("{n, plural, =0 {none} one {# tier} other {{x} # tiers}}").nodes == (
        Plural(
            "n",
            (
                Branch("=0", (Literal("none"),)),
                Branch("one", (Count("n"), Literal(" tier"))),
                Branch("other", (Argument("x"), Literal(" "), Count("n"), Literal(" tiers"))),
            ),
        ),
    )


def test_a_select_has_words_per_option() -> None:
    """The number sign is an ordinary character in a select."""
    assert parse("{how, select, paper {on # paper} other {}}").nodes == (
        Select("how", (Branch("paper", (Literal("on # paper"),)), Branch("other", ()))),
    )


def test_plural_and_select_may_stand_in_each_other_four_deep() -> None:
    """Four levels are read, the fifth is refused where it begins."""

    def nested(depth: int) -> str:
        return "x" if depth == 0 else f"{{n, plural, other {{{nested(depth - 1)}}}}}"

    assert len(parse(nested(4)).plural_uses) == 4
    with pytest.raises(MessageError, match="more than 4 deep") as refused:
        parse(nested(5))
    assert refused.value.offset == 4 * len("{n, plural, other {")


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        ("the contractor's duty", "the contractor's duty"),
        ("l''offre d'ordre", "l'offre d'ordre"),
        ("a '{name}' as it stands", "a {name} as it stands"),
        ("'{don''t}'", "{don't}"),
        ("ends with '", "ends with '"),
        ("no quotation '# here", "no quotation '# here"),
    ],
)
def test_an_apostrophe_quotes_only_before_a_brace(pattern: str, words: str) -> None:
    """Ordinary apostrophes need no care; two are always one."""
    assert parse(pattern).nodes == (Literal(words),)


def test_an_apostrophe_quotes_the_number_sign_in_a_plural() -> None:
    """`'#'` is the character where # alone would be the number."""
    (plural,) = parse("{n, plural, other {lot '#' #}}").plural_uses
    assert plural.branches[0].nodes == (Literal("lot # "), Count("n"))


@pytest.mark.parametrize(
    ("pattern", "says", "offset"),
    [
        ("{n, number}", 'placeholder kind "number" is not allowed', 4),
        ("{n, number, ::percent}", 'placeholder kind "number" is not allowed', 4),
        ("{day, date, long}", 'placeholder kind "date" is not allowed', 6),
        ("{day, time}", 'placeholder kind "time" is not allowed', 6),
        ("{n, choice, 0#no|1#yes}", 'placeholder kind "choice" is not allowed', 4),
        ("{n, selectordinal, one {#st} other {#th}}", 'placeholder kind "selectordinal" is not allowed', 4),
        ("{n, spellout}", 'placeholder kind "spellout" is not allowed', 4),
        ("{n, Plural, other {x}}", 'placeholder kind "Plural" is not allowed', 4),
        ("{n,}", 'placeholder kind "" is not allowed', 3),
        ("{n, plural, offset:1 one {x} other {y}}", "offset: is not allowed", 12),
        ("{}", "{ is not followed by a name", 0),
        ("a { b", "{b is not closed", 2),
        ("{0}", '"0" cannot name a placeholder', 1),
        ("{Max}", '"Max" cannot name a placeholder', 1),
        ("{max-tiers}", '"max-tiers" cannot name a placeholder', 1),
        ("{größe}", '"größe" cannot name a placeholder', 1),
        ("{a b}", "{a is followed by something unexpected", 3),
        ("{a{b}}", "{a is followed by something unexpected", 2),
        ("x } y", "} closes nothing", 2),
        ("{n, plural}", "plural has no branches", 10),
        ("{n, plural,}", "plural on n has no branch other", 0),
        ("{n, plural, one {x}}", "plural on n has no branch other", 0),
        ("{k, select, a {x}}", "select on k has no branch other", 0),
        ("{n, plural, other {x} other {y}}", 'branch "other" stands twice', 22),
        ("{n, plural, one other {x}}", 'branch "one" has no words', 12),
        ("{n, plural, =1.5 {x} other {y}}", '"=1.5" is not an exact number', 12),
        ("{n, plural, =01 {x} other {y}}", '"=01" is not an exact number', 12),
        ("{k, select, non-personal {x} other {y}}", '"non-personal" cannot name a branch', 12),
        ("{k, select, {x} other {y}}", "a branch has no name", 12),
        ("{n, plural, one {x} other {y}", "{n, plural, … is not closed", 0),
        ("{n, plural, one {x", 'branch "one" is not closed', 12),
        ("{n, plural, other {{k, select, other {#}}}}", "# inside a select does not show the number", 38),
        ("a '{ b", "' before { begins a quotation that does not end", 2),
        ("less than '<5", "' stands directly before <", 10),
        ("{n, plural, other {a '# b}}", "' before # begins a quotation that does not end", 21),
    ],
)
def test_everything_else_is_refused_in_plain_words(pattern: str, says: str, offset: int) -> None:
    """The answer says what is wrong, at which character, and what to write instead."""
    with pytest.raises(MessageError) as refused:
        parse(pattern)
    assert (refused.value.says, refused.value.offset) == (says, offset)
    assert refused.value.hint


def test_a_message_tells_how_its_arguments_are_used() -> None:
    """A number in words only, shown only, and both."""
    message = parse("{n, plural, one {a} other {{m, plural, other {#}} {place}}} {how, select, other {x}}")

    assert message.arguments == {
        "n": {"plural"},
        "m": {"plural", "shown"},
        "place": {"shown"},
        "how": {"select"},
    }
    assert [plural.name for plural in message.plural_uses] == ["n", "m"]
    assert [select.name for select in message.select_uses] == ["how"]
    assert message.offset_of("m") == len("{n, plural, one {a} other {")


def read_or_refused(pattern: str) -> Message | MessageError:
    """What the reader makes of a text."""
    try:
        return parse(pattern)
    except MessageError as refused:
        return refused


PIECES = st.sampled_from(
    [*"{}'#, \naü<", "''", "{n", "{k}", "{n, plural,", "{k, select,", " one {", " other {", "=1 {"],
)


@given(st.lists(PIECES, max_size=30).map("".join) | st.text(max_size=40))
def test_any_text_is_read_or_refused(pattern: str) -> None:
    """No text makes the reader fail in another way, and what it reads it can write down again."""
    read = read_or_refused(pattern)
    if isinstance(read, MessageError):
        assert 0 <= read.offset <= len(pattern)
        assert read.says
        assert read.hint
    else:
        assert parse(unparse(read.nodes)).nodes == read.nodes
