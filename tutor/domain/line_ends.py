"""Line ends, whatever system a text comes from."""


def with_line_feeds(text: str) -> str:
    """Return a text whose lines end with a line feed alone.

    Args:
        text: with the line ends of any system: CRLF, CR or LF.
    """
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
