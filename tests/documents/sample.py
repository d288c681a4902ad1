# SPDX-License-Identifier: Apache-2.0
"""A Norwegian document that has one of everything, as a buyer would get it."""

from __future__ import annotations

from srpp_criteria.documents.document import (
    Direction,
    Document,
    FieldLine,
    HeaderInfo,
    Heading,
    Labels,
    Notice,
    NoticeKind,
    NumberedClause,
    OpenBlank,
    PageBreak,
    Stamp,
    Table,
)
from srpp_criteria.documents.inlines import Break, Emphasis, Field, Inline, Link, ListBlock, Paragraph, Strong, Text

LABELS = Labels(
    page="Side {n} av {total}",
    contents="Innhold",
    open_blanks="Åpne felt",
    open_blanks_note="Fyll inn disse verdiene før kunngjøringen.",
    blank="Felt",
    where="Sted",
)

TIERS = Field("construction-subcontracting-tier-limit.max_tiers", "2", label="Høyeste antall ledd")
NOTICE_DAYS = Field(
    "construction-subcontracting-tier-limit.notice_days", "", blank=True, label="Varslingsfrist i dager"
)
SANCTION = Field(
    "construction-subcontracting-tier-limit.sanction",
    "dagmulkt",
    label="Sanksjon",
    options=(("daily-fine", "dagmulkt"), ("withholding", "tilbakehold")),
)
REPORTING = Field(
    "construction-subcontracting-tier-limit.rhythm",
    "velg rytme",
    blank=True,
    label="Rapporteringsrytme",
    options=(("monthly", "hver måned"), ("quarterly", "hvert kvartal")),
)
FIRM = Field("construction-wage-declaration.firm", "", blank=True, label="Foretakets navn")
NUMBER = Field("construction-wage-declaration.number", "", blank=True, label="Organisasjonsnummer")
STAMP = "srpp:construction-subcontracting-tier-limit@1.0.0+nb-NO.1#7f3a9c21"


def words(*inlines: Inline | str) -> Paragraph:
    """A paragraph; plain strings stand for `Text`."""
    return Paragraph(run(*inlines))


def run(*inlines: Inline | str) -> tuple[Inline, ...]:
    """Inlines; plain strings stand for `Text`."""
    return tuple(Text(inline) if isinstance(inline, str) else inline for inline in inlines)


def document(*blocks: object, **changes: object) -> Document:
    """A Norwegian document around a few blocks."""
    given: dict[str, object] = {
        "title": "Kontraktsvilkår",
        "language": "nb-NO",
        "direction": Direction.LEFT_TO_RIGHT,
        "header": HeaderInfo("Kontraktsvilkår", "Norge, bokmål"),
        "labels": LABELS,
        "blocks": blocks,
    }
    return Document(**(given | changes))  # type: ignore[arg-type]


REPRESENTATIVE = Document(
    title="Kontraktsvilkår for rehabilitering av skolebygg",
    language="nb-NO",
    direction=Direction.LEFT_TO_RIGHT,
    header=HeaderInfo("Kontraktsvilkår for rehabilitering av skolebygg", "Norge, bokmål"),
    labels=LABELS,
    notice="Utkast. Teksten er ikke gjennomgått av en kvalifisert person i dette markedet.",
    open_blanks=(
        OpenBlank(NOTICE_DAYS.name, "Varslingsfrist i dager", "1.1 Begrensning av underleverandørledd"),
        OpenBlank(REPORTING.name, "Rapporteringsrytme", "1.1 Begrensning av underleverandørledd"),
    ),
    contents_depth=2,
    blocks=(
        Heading(1, "Kontraktsvilkår", anchor="terms"),
        words("Vilkårene nedenfor gjelder for hele kontraktstiden, jf. ", Link("#annex", run("vedlegget")), "."),
        Heading(2, "Begrensning av underleverandørledd", anchor="tiers"),
        NumberedClause(
            3,
            (
                words(
                    "Leverandøren skal ikke ha flere enn ",
                    TIERS,
                    " ledd i kjeden av underleverandører under seg. Et ledd til krever ",
                    Strong(run("skriftlig samtykke")),
                    " fra oppdragsgiver på forhånd.",
                ),
            ),
        ),
        NumberedClause(
            3,
            (
                words(
                    "Leverandøren varsler oppdragsgiver senest ",
                    NOTICE_DAYS,
                    " dager før et nytt ledd tas inn. Varselet inneholder:",
                ),
                ListBlock(
                    ordered=False,
                    start=1,
                    items=(
                        (words("navn og organisasjonsnummer,"),),
                        (
                            words("arbeidet som skal utføres, herunder"),
                            ListBlock(
                                ordered=False,
                                start=1,
                                items=((words("sted,"),), (words("tidsrom og ", Emphasis(run("antall ansatte"))),)),
                            ),
                        ),
                        (words("skatteattest som ikke er eldre enn seks måneder."),),
                    ),
                ),
                words("Uten slikt varsel er det nye leddet ikke godkjent."),
            ),
        ),
        NumberedClause(3, (words("Brudd gir ", SANCTION, ". Leverandøren rapporterer ", REPORTING, "."),)),
        Stamp(STAMP),
        Heading(2, "Dokumentasjon og oppfølging"),
        NumberedClause(
            3,
            (
                words("Leverandøren går fram slik:"),
                ListBlock(
                    ordered=True,
                    start=1,
                    items=(
                        (words("fører oversikt over alle foretak på byggeplassen,"),),
                        (words("legger oversikten fram på byggemøtet,"),),
                        (words("retter avvik uten ugrunnet opphold."),),
                    ),
                ),
            ),
        ),
        Table(
            caption="Dokumentasjon ved tilbud",
            header=(run("Dokumentasjon"), run("Trinn"), run("Godtatte standarder"), run("Timer")),
            rows=(
                (run("Plan for bruk av underleverandører"), run("Tilbud"), run("Ingen, eller tilsvarende"), run("4")),
                (
                    run("Oversikt over ledd, oppdatert", Break(), "før hver oppstart"),
                    run("Gjennomføring"),
                    run(
                        "Seriøsitetsregister, for eksempel ",
                        Link("https://example.org/register?a=1&b=2", run("StartBANK")),
                        " eller tilsvarende",
                    ),
                    run("2"),
                ),
            ),
            row_headers=True,
        ),
        Heading(3, "Indikatorer"),
        words("Indikatorene måles hvert kvartal."),
        ListBlock(
            ordered=True,
            start=1,
            items=((words("andel foretak med gyldig attest,"),), (words("antall uvarslede ledd."),)),
        ),
        Table(
            caption="Poengskala",
            header=(run("Antall ledd"), run("Poeng")),
            rows=((run("1"), run("10,0")), (run("2"), run("5,0")), (run("3 eller flere"), run("0,0"))),
            widths=(3, 1),
        ),
        Heading(4, "Merknad om opphav"),
        words("Tekstene er fri til bruk (CC0 1.0)."),
        Notice(
            NoticeKind.WARNING,
            (words(Strong(run("Merk: ")), "Vilkåret skal stå i forhold til kontraktens verdi og varighet."),),
        ),
        Notice(
            NoticeKind.NOTE,
            (
                words("Se også:"),
                ListBlock(
                    ordered=False,
                    start=1,
                    items=((words("lønns- og arbeidsvilkår,"),), (words("id-kort på byggeplass."),)),
                ),
            ),
        ),
        PageBreak(),
        Heading(1, "Egenerklæring", numbered=False),
        FieldLine("Foretakets navn", FIRM),
        FieldLine("Organisasjonsnummer", NUMBER, help="Ni siffer, slik det står i Enhetsregisteret."),
        FieldLine("Rapporteringsrytme", REPORTING),
        words("Undertegnede bekrefter at opplysningene er riktige."),
        Heading(1, "Vedlegg: tekstenes versjoner", anchor="annex", numbered=False),
        Table(
            header=(run("Nr."), run("Tekst"), run("Versjon"), run("Stempel")),
            rows=((run("1.1"), run("Begrensning av underleverandørledd"), run("1.0.0"), run(STAMP)),),
        ),
    ),
)
