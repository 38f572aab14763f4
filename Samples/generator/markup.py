"""XML as nested elements."""

from xml.sax.saxutils import escape, quoteattr


def element(name, /, *content, **attributes):
    """An element as (name, attributes, content); content is text or a list of elements. None is left out."""
    if len(content) == 1 and isinstance(content[0], str):
        return (name, attributes, content[0])
    return (name, attributes, [child for child in content if child is not None])


def texts(**values):
    """Elements that hold a text each, in the order given."""
    return [element(name, value) for name, value in values.items()]


def write(node, out, depth=0):
    name, attributes, content = node
    pad = "  " * depth
    start = pad + "<" + name + "".join(f" {key}={quoteattr(str(value))}" for key, value in attributes.items())
    if isinstance(content, str):
        out.append(f"{start}>{escape(content)}</{name}>")
    elif content:
        out.append(start + ">")
        for child in content:
            write(child, out, depth + 1)
        out.append(f"{pad}</{name}>")
    else:
        out.append(start + "/>")
