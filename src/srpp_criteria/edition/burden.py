# SPDX-License-Identifier: Apache-2.0
"""What a selection costs both sides in hours: one bid and one round of follow-up.

Items share papers: three clauses want their figures in one register, four promises stand in one form. Adding up what
each item says would count the paper each time. The rule is in docs/decisions/0040-burden-of-a-selection.md.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from srpp_criteria.models.evidence import EvidenceStage
from srpp_criteria.models.names import ItemId

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from srpp_criteria.models.item import Item
    from srpp_criteria.models.registers import BurdenLimits

BEFORE_THE_CONTRACT = frozenset({EvidenceStage.TENDER, EvidenceStage.BEFORE_AWARD})

_NONE = Decimal(0)


@dataclass(frozen=True, slots=True)
class Hours:
    """Working hours of both sides."""

    bidder: Decimal = _NONE
    buyer: Decimal = _NONE

    def __add__(self, other: Hours) -> Hours:
        return Hours(self.bidder + other.bidder, self.buyer + other.buyer)

    def __bool__(self) -> bool:
        return bool(self.bidder or self.buyer)


@dataclass(frozen=True, slots=True)
class ItemBurden:
    """What one item adds to the sum; a paper that an other item pays for is not in it.

    Attributes:
        item: its id.
        before: until the contract is signed.
        after: from the start of the contract on.
    """

    item: ItemId
    before: Hours
    after: Hours

    @property
    def whole(self) -> Hours:
        """Before and after together."""
        return self.before + self.after


@dataclass(frozen=True, slots=True)
class Excess:
    """A sum above its limit.

    Attributes:
        field: name of the limit in `BurdenLimits`.
        hours: the sum.
        limit: what the band allows.
        heaviest: the items that add most to this sum, each with its hours, the heaviest first.
    """

    field: str
    hours: Decimal
    limit: Decimal
    heaviest: tuple[tuple[ItemId, Decimal], ...]


@dataclass(frozen=True, slots=True)
class Burden:
    """The sum over a selection, and what each item adds to it."""

    items: tuple[ItemBurden, ...]

    @property
    def before(self) -> Hours:
        """Until the contract is signed: one bidder, and the buyer for one bid."""
        return sum((one.before for one in self.items), Hours())

    @property
    def after(self) -> Hours:
        """From the start of the contract on, each proof given and checked once."""
        return sum((one.after for one in self.items), Hours())

    @property
    def bidder_tender(self) -> Decimal:
        """Hours of one bidder until the contract is signed."""
        return self.before.bidder

    @property
    def bidder_contract(self) -> Decimal:
        """Hours of the contractor for one round of follow-up."""
        return self.after.bidder

    @property
    def buyer(self) -> Decimal:
        """Hours of the buyer for one bid and one round."""
        return self.before.buyer + self.after.buyer

    def of(self, item: str) -> ItemBurden:
        """What one item adds; nothing, if it is not in the selection."""
        return next((one for one in self.items if one.item == item), ItemBurden(ItemId(item), Hours(), Hours()))

    def over(self, limits: BurdenLimits, *, named: int = 3) -> tuple[Excess, ...]:
        """Which sums are above the limits of a band, in the order of the contract.

        Args:
            limits: what the band allows.
            named: how many of the heaviest items are named for each.
        """
        shares = {
            "bidder_tender": [(one.item, one.before.bidder) for one in self.items],
            "bidder_contract": [(one.item, one.after.bidder) for one in self.items],
            "buyer": [(one.item, one.whole.buyer) for one in self.items],
        }
        found = []
        for field, share in shares.items():
            limit, hours = hours_of(getattr(limits, field)), sum((own for _, own in share), _NONE)
            if hours > limit:
                heaviest = sorted(share, key=lambda one: -one[1])[:named]
                found.append(Excess(field, hours, limit, tuple(heaviest)))
        return tuple(found)


def burden_of(items: Iterable[Item]) -> Burden:
    """The hours of a selection.

    A form or sheet at one moment (stage) is one paper, and filling it in counts once. What it costs, the form itself
    says; where it says nothing for that moment, it is the smallest of what the items say that name it. An item
    that names the paper and asks for more than this adds the difference: its own rows and papers. Proofs of one item on
    the same paper are added up before. A proof without a form counts in full.

    Hours are those of one bid and of one round: a sheet that is due each month counts once.

    Args:
        items: the items of the selection, in reading order; an item that comes twice counts once.

    >>> from srpp_criteria import Library
    >>> edition = Library.load().edition("en")
    >>> form, award = edition["textiles-form-production-sites"], edition["textiles-award-supply-chain-transparency"]
    >>> apart = burden_of([form.item]).bidder_tender + burden_of([award.item]).bidder_tender
    >>> both = burden_of([form.item, award.item])
    >>> both.bidder_tender < apart  # the form is filled in once
    True
    >>> both.bidder_tender == sum(one.before.bidder for one in both.items)
    True
    """
    by_id = {item.id: item for item in items}
    papers: dict[tuple[str, EvidenceStage], dict[ItemId, Hours]] = defaultdict(dict)
    for name, item in by_id.items():
        for proof in item.evidence:
            effort = Hours(hours_of(proof.effort.bidder_hours), hours_of(proof.effort.buyer_hours))
            asked = papers[proof.form or name, proof.stage]
            asked[name] = asked.get(name, Hours()) + effort
    before: dict[ItemId, Hours] = defaultdict(Hours)
    after: dict[ItemId, Hours] = defaultdict(Hours)
    for (paper, stage), asked in papers.items():
        phase = before if stage in BEFORE_THE_CONTRACT else after
        bidder = _shared(paper, {name: hours.bidder for name, hours in asked.items()})
        buyer = _shared(paper, {name: hours.buyer for name, hours in asked.items()})
        for name in asked:
            phase[name] += Hours(bidder[name], buyer[name])
    return Burden(tuple(ItemBurden(name, before[name], after[name]) for name in by_id))


def hours_of(number: float) -> Decimal:
    """Hours by the digits that stand in the file, so that sums are exact."""
    return Decimal(str(number))


def plain(hours: Decimal) -> str:
    """Hours without needless zeros.

    >>> [plain(Decimal(hours)) for hours in ("57.00", "20", "0.25", "0.0")]
    ['57', '20', '0.25', '0']
    """
    return f"{hours.normalize():f}"


def _shared(paper: str, asked: Mapping[ItemId, Decimal]) -> dict[ItemId, Decimal]:
    """What each item adds to one paper at one moment; who pays for the paper itself: the form, or the first item."""
    names: Sequence[ItemId] = list(asked)
    payer = next((name for name in names if name == paper), names[0])
    filling_in = asked[payer] if payer == paper else min(asked.values())
    return {name: hours if name == payer else max(hours - filling_in, _NONE) for name, hours in asked.items()}
