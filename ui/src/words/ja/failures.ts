import type { Trouble } from "$wire";

type Plain = Exclude<Trouble["code"], "refused" | "date" | "paper">;

/** What happened, what is safe, what to do: one entry per code a call can end with, but for those whose sentence is all in
 *  their details (see words/failure.ts). A missing code does not compile. `detail` is already in words. */
export type FailureWords = Record<Plain, (detail: string) => string>;

export const failures: FailureWords = {
  bad_request: (what) => `入力に、受け付けられないところがあります（${what}）。登録済みの内容は変わっていません。`,
  too_large: () => "入力が長すぎて登録できませんでした。短くしてください。登録済みの内容は変わっていません。",
  not_found: () => "見つかりませんでした。一覧からひらき直してください。",
  conflict: () => "ほかの席で、先に書きかえられました。登録はしていません。いまの内容を確かめてから、もう一度お試しください。",
  closed: () => "受付台帳がひらいていません。登録はしていません。",
  store: (what) => `${what}登録はしていません。入力した内容は画面に残っています。`,
  printer: (what) => `プリンターに渡せませんでした（${what}）。書類は作ってあります。プリンターを確かめて、もう一度お試しください。`,
  no_person: () => "担当者が選ばれていません。F4 で名前を選んでから、もう一度お試しください。",
  internal: (number) => `処理できませんでした。登録済みの内容は変わっていません。もう一度お試しください（問い合わせの番号 ${number}）。`,
  unreachable: () => "台帳から返事がありません。入力した内容は画面に残っています。少し待って、もう一度お試しください。",
  screen: () => "この画面に不具合があります。登録済みの内容は変わっていません。画面をひらき直してください。",
};
