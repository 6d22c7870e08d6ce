"""Languages by three letters (ISO 639-3), as FollowTheMoney has them; those that it knows."""

_CODES = (
    "af:afr am:amh ar:ara az:aze be:bel bn:ben bs:bos bg:bul ca:cat cs:ces da:dan de:deu el:ell "
    "en:eng et:est fa:fas fi:fin fr:fra ga:gle he:heb hi:hin hr:hrv hu:hun hy:hye id:ind is:isl "
    "it:ita ja:jpn kn:kan ka:kat kk:kaz km:khm ky:kir ko:kor lo:lao lv:lav lt:lit lb:ltz mk:mkd "
    "mt:mlt mn:mon ms:msa my:mya ne:nep nl:nld no:nor pl:pol pt:por ps:pus ro:ron ru:rus si:sin "
    "sk:slk sl:slv es:spa sq:sqi sr:srp sw:swa sv:swe ta:tam te:tel tg:tgk tl:tgl th:tha tk:tuk "
    "tr:tur uk:ukr ur:urd uz:uzb vi:vie zh:zho"
)
_BY_TWO = dict(code.split(":") for code in _CODES.split())
_KNOWN = frozenset(_BY_TWO.values())


def three_letters(language: str) -> str:
    """Return the code of a language given as BCP 47 or ISO 639; "" where it is not known."""
    code = language.partition("-")[0].lower()
    return code if code in _KNOWN else _BY_TWO.get(code, "")
