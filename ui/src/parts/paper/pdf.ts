// Draws a PDF on canvases. The only file that knows the drawing library; loaded when a paper is first looked at.
import type { PDFDocumentProxy, PDFWorker } from "pdfjs-dist";

type Library = typeof import("pdfjs-dist");
type Ready = { pdf: Library; worker: PDFWorker };
let ready: Promise<Ready> | undefined;

/** The build for older engines: a hospital's web view may be some years old. */
async function load(): Promise<Ready> {
  const [found, { default: Worker }] = await Promise.all([import("pdfjs-dist/legacy/build/pdf.mjs"), import("pdfjs-dist/legacy/build/pdf.worker.min.mjs?worker")]);
  const pdf = found as unknown as Library;
  // One worker for all papers, ours to keep: closing one paper must not take it from the next.
  return { pdf, worker: pdf.PDFWorker.create({ port: new Worker() } as Parameters<typeof PDFWorker.create>[0]) };
}

export type Pages = {
  count: number;
  /** Draws one page, counted from 1, `width` CSS pixels wide, sharp on this screen. */
  draw(canvas: HTMLCanvasElement, page: number, width: number): Promise<void>;
  close(): void;
};

export async function openPdf(bytes: Uint8Array): Promise<Pages> {
  ready ??= load();
  const { pdf, worker } = await ready;
  // Glyphs are drawn as paths: the window's policy lets no font in.
  const drawing = new WeakMap<HTMLCanvasElement, { turn: number; task?: { cancel(): void; promise: Promise<unknown> } }>();
  const task = pdf.getDocument({ data: bytes, worker, disableFontFace: true, useSystemFonts: false, isEvalSupported: false, enableXfa: false });
  const document: PDFDocumentProxy = await task.promise;
  return {
    count: document.numPages,
    async draw(canvas, number, width) {
      // One drawing at a time per canvas: the one under way gives way to the newer width.
      const mine = drawing.get(canvas) ?? { turn: 0 };
      drawing.set(canvas, mine);
      const turn = ++mine.turn;
      mine.task?.cancel();
      const page = await document.getPage(number);
      await mine.task?.promise.catch(() => {});
      if (turn !== mine.turn) return;
      const sharp = Math.min(globalThis.devicePixelRatio || 1, 3);
      const scale = width / page.getViewport({ scale: 1 }).width;
      const viewport = page.getViewport({ scale: scale * sharp });
      canvas.width = Math.round(viewport.width);
      canvas.height = Math.round(viewport.height);
      mine.task = page.render({ canvas, viewport });
      await mine.task.promise;
    },
    close: () => void task.destroy(),
  };
}
