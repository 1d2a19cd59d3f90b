"""The slip as other makers of PDF set it, for the comparison in bench_papers: `peers.py typst|reportlab [kept.pdf]`.

Reads {"slip", "modules", "side", "fonts", "names", "rounds"} from standard input, prints {"cpu": [ms ...], "bytes": n}:
the processor time of the whole process for each slip after the first three. Every slip has another name and number.
"""

import atexit
import io
import json
import os
import shutil
import sys
import tempfile
import time

TYPST = """
#let s = json(bytes(sys.inputs.slip))
#set page(paper: "a4", margin: (left: 22mm, right: 22mm, top: 12mm, bottom: 13mm))
#set document(title: s.title)
#set text(font: "Noto Sans JP", size: 11pt, lang: "ja")
#set par(justify: true, leading: 0.65em)
#grid(columns: (1fr, 1fr),
  [#text(10.5pt)[〒#s.addressee.postcode #linebreak() #s.addressee.address.join(linebreak())]
   #v(2pt) #text(14pt, weight: "bold")[#s.addressee.name　#s.addressee.honorific]],
  align(right, text(10pt)[#s.issued #linebreak() #s.receipt.label　#s.receipt.text #linebreak()
    #s.sender.join(linebreak())]))
#v(20mm)
#align(center, heading(text(18pt, weight: "bold", s.title)))
#rect(width: 100%, stroke: 0.8pt, align(center, text(10.5pt, weight: "bold", s.version_line)))
#s.lead
#rect(width: 100%, stroke: 1.6pt, inset: 12pt, grid(columns: (17mm, 1fr), s.agreed.label,
  [#text(24pt, weight: "bold", s.agreed.date) #linebreak() #text(13pt, weight: "bold", s.agreed.below.first())]))
#table(columns: (40mm, 1fr), stroke: (x: none, y: 0.4pt + gray), inset: (x: 0pt, y: 7.5pt),
  ..(s.doctor, s.place, s.fee).map(r => (strong(r.label), r.text)).flatten(),
  strong(s.bring.label), s.bring.items.map(i => "・" + i).join(linebreak()))
#strong(s.notes_heading)
#enum(..s.notes)
#v(1fr)
#grid(columns: (1fr, 20mm), gutter: 6mm,
  rect(width: 100%, stroke: 0.6pt, inset: 3.5mm,
    [#strong(s.contact.heading) #linebreak() #text(10pt, s.contact.lines.join(linebreak()))]),
  [#image(bytes(sys.inputs.code), format: "svg", width: 20mm) #align(center, text(8pt, s.receipt.text))])
"""


def typst_maker(data):
    import typst

    folder = tempfile.mkdtemp()
    source = os.path.join(folder, "slip.typ")
    with open(source, "w", encoding="utf-8") as file:
        file.write(TYPST)
    atexit.register(shutil.rmtree, folder)
    compiler = typst.Compiler(source, root=folder, font_paths=[data["fonts"]], ignore_system_fonts=True)
    side = data["side"]
    squares = "".join(f"M{x} {y}h{w}v1h-{w}z" for x, y, w in data["modules"])
    code = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}"><path d="{squares}"/></svg>'

    def make(slip):
        inputs = {"slip": json.dumps(slip, ensure_ascii=False), "code": code}
        return compiler.compile(format="pdf", sys_inputs=inputs, timestamp=0)

    return make


def reportlab_maker(data):
    from reportlab.lib.enums import TA_CENTER, TA_RIGHT
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.lib.units import mm
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Spacer, Table

    regular, bold = "NotoSansJP-Regular", "NotoSansJP-Bold"
    for face in (regular, bold):
        pdfmetrics.registerFont(TTFont(face, f"{data['fonts']}/{face}.ttf"))

    def style(size=11, face=regular, **more):
        return ParagraphStyle("s", fontName=face, fontSize=size, leading=size * 1.6, wordWrap="CJK", **more)

    class Code(Flowable):
        def __init__(self):
            super().__init__()
            self.width = self.height = 20 * mm

        def draw(self):
            unit = self.height / data["side"]
            path = self.canv.beginPath()
            for x, y, w in data["modules"]:
                path.rect(x * unit, self.height - (y + 1) * unit, w * unit, unit)
            self.canv.drawPath(path, stroke=0, fill=1)

    def text(lines):
        return "<br/>".join(lines)

    def make(s):
        to, right = s["addressee"], style(10, alignment=TA_RIGHT)
        who = text(["〒" + to["postcode"], *to["address"]])
        head = [[
            [Paragraph(who, style(10.5)), Paragraph(f"{to['name']}　{to['honorific']}", style(14, bold))],
            Paragraph(text([s["issued"], f"{s['receipt']['label']}　{s['receipt']['text']}", *s["sender"]]), right),
        ]]
        rows = [[Paragraph(r["label"], style(11, bold)), Paragraph(r["text"], style())]
                for r in (s["doctor"], s["place"], s["fee"])]
        bring = text(["・" + item for item in s["bring"]["items"]])
        rows.append([Paragraph(s["bring"]["label"], style(11, bold)), Paragraph(bring, style())])
        agreed = s["agreed"]
        when = [[Paragraph(agreed["label"], style()),
                 [Paragraph(agreed["date"], style(24, bold)), Paragraph(agreed["below"][0], style(13, bold))]]]
        contact = [Paragraph(s["contact"]["heading"], style(10.5, bold)),
                   Paragraph(text(s["contact"]["lines"]), style(10))]
        code = [Code(), Paragraph(s["receipt"]["text"], style(8, alignment=TA_CENTER))]
        centred = style(10.5, bold, alignment=TA_CENTER)
        story = [
            Table(head, colWidths=[83 * mm, 83 * mm], style=[("VALIGN", (0, 0), (-1, -1), "TOP")]),
            Spacer(1, 18 * mm),
            Paragraph(s["title"], style(18, bold, alignment=TA_CENTER)),
            Table([[Paragraph(s["version_line"], centred)]], colWidths=[166 * mm], style=[("BOX", (0, 0), (-1, -1), 0.8, "black")]),
            Paragraph(s["lead"], style()),
            Table(when, colWidths=[20 * mm, 146 * mm], style=[("BOX", (0, 0), (-1, -1), 1.6, "black")]),
            Spacer(1, 4 * mm),
            Table(rows, colWidths=[40 * mm, 126 * mm], style=[("LINEBELOW", (0, 0), (-1, -1), 0.4, "grey")]),
            Spacer(1, 4 * mm),
            Paragraph(s["notes_heading"], style(11, bold)),
            *(Paragraph(f"{i + 1}　{note}", style(10.5)) for i, note in enumerate(s["notes"])),
            Spacer(1, 6 * mm),
            Table([[contact, code]], colWidths=[142 * mm, 24 * mm], style=[("BOX", (0, 0), (0, 0), 0.6, "black")]),
        ]
        out = io.BytesIO()
        SimpleDocTemplate(out, pagesize=A4, leftMargin=20 * mm, rightMargin=20 * mm, topMargin=12 * mm,
                          bottomMargin=10 * mm, title=s["title"], lang="ja-JP", invariant=1).build(story)
        return out.getvalue()

    return make


def main():
    maker = {"typst": typst_maker, "reportlab": reportlab_maker}[sys.argv[1]]
    data = json.load(sys.stdin)
    make, times, size = maker(data), [], 0
    for i in range(data["rounds"] + 3):
        slip = json.loads(json.dumps(data["slip"]))
        slip["addressee"]["name"] = data["names"][i % len(data["names"])]
        slip["receipt"]["text"] = f"R8-{i:04}"
        before = time.process_time()
        made = make(slip)
        times.append((time.process_time() - before) * 1000)
        size = len(made)
    if len(sys.argv) > 2:
        with open(sys.argv[2], "wb") as file:
            file.write(made)
    json.dump({"cpu": times[3:], "bytes": size}, sys.stdout)


main()
