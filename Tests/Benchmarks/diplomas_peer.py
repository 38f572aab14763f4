"""What a good Python programmer would write for the same sheets: a page of HTML for each, set by WeasyPrint.

    diplomas_peer.py VALUES PDF
"""

import html
import json
import sys

from weasyprint import HTML

STYLE = """
@page { size: A4; margin: 15mm; }
body { margin: 0; font-family: "PT Serif"; color: #23201c; text-align: center; }
section { break-after: page; height: 266mm; box-sizing: border-box; border: 4pt double #9a7b3c; padding: 18mm; }
section:last-child { break-after: auto; }
h1 { font-size: 56pt; letter-spacing: 4pt; color: #7b1e2b; margin: 30mm 0 0; }
h2 { font-size: 28pt; margin: 6mm 0; }
.degree { font-size: 23pt; color: #7b1e2b; margin: 0 0 12mm; }
.lead { font-style: italic; font-size: 16pt; }
.purpose { font-size: 17pt; }
.number { font-size: 10pt; text-align: left; margin-top: 40mm; }
"""


def page(diploma: dict[str, str]) -> str:
    text = {key: html.escape(str(value)) for key, value in diploma.items()}
    return (f"<section><p>Администрация города Кемерово</p><h1>ДИПЛОМ</h1><p class='degree'>участника</p>"
            f"<p class='lead'>награждается</p><h2>{text['name']}</h2>"
            f"<p class='purpose'>за участие в номинации<br>«{text['nomination']}»<br>"
            f"муниципального конкурса «Тепло твоих рук»</p>"
            f"<p class='number'>{text['date']}<br>Протокол жюри № {text['protocol']}<br>"
            f"Диплом № {text['number']}</p></section>")


def main() -> None:
    with open(sys.argv[1], encoding="utf-8") as file:
        diplomas = json.load(file)
    body = "".join(map(page, diplomas))
    HTML(string=f"<html lang='ru'><title>Дипломы</title><style>{STYLE}</style><body>{body}</body></html>").write_pdf(
        sys.argv[2])


if __name__ == "__main__":
    main()
