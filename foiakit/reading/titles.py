"""Lines of a title as they were broken or run together: made one block for the title, one for the subtitle."""

from __future__ import annotations

from foiakit.reading.blocks import HEAD_BLOCKS, SENTENCE_END, Block

_LONG = 45
_TITLE_WORDS = 3
_CONNECTOR_WORDS = "a an and as at by for from in into its of on or over that the to with"
_CONNECTORS = frozenset(_CONNECTOR_WORDS.split())


def title_lines_divided(blocks: list[Block]) -> list[Block]:
    """A line such as `Title *Subtitle*` becomes two blocks."""
    out: list[Block] = []
    for i, block in enumerate(blocks):
        at = block.aside_from
        divides = (
            at is not None
            and i < HEAD_BLOCKS
            and not block.bullet
            and not SENTENCE_END.search(block.text)
            and _TITLE_WORDS <= len(block.text[:at].split()) <= _LONG
            and len(block.text[at:].split()) >= _TITLE_WORDS
        )
        if divides and at is not None:
            out.append(
                Block(text=block.text[:at].rstrip(), level=block.level, page=block.page, kind=block.kind, bold=True)
            )
            out.append(Block(text=block.text[at:], page=block.page, aside_from=0))
        else:
            out.append(block)
    return out


def broken_titles_joined(blocks: list[Block]) -> list[Block]:
    """Lines of a title that was broken by hand: one ends, or the next begins, with a word that needs another."""
    out: list[Block] = []
    for i, block in enumerate(blocks):
        last = out[-1] if out else None
        if last is not None and i < HEAD_BLOCKS and _goes_on(last, block):
            last.text = f"{last.text} {block.text}"
            continue
        out.append(block)
    return out


def _goes_on(first: Block, second: Block) -> bool:
    for block in (first, second):
        plain = block.kind is None and not block.bullet and block.aside_from is None and "\n" not in block.text
        if not plain or SENTENCE_END.search(block.text) or len(block.text.split()) > _LONG // 2:
            return False
    ends, begins = first.text.split()[-1], second.text.split()[0]
    if ends.casefold() in _CONNECTORS:
        return len(first.text.split()) > _TITLE_WORDS
    return begins.casefold() in _CONNECTORS and begins.isupper() and first.text.isupper() and second.text.isupper()
