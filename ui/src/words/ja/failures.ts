import type { Trouble } from "$wire";

/** What happened, what is safe, what to do: one entry per code the desk can state. A missing code does not compile. */
export type FailureWords = { [C in Trouble["code"]]: (trouble: Extract<Trouble, { code: C }>) => string };

export const failures: FailureWords = {
  refused: (it) => it.reason,
  invalid: (it) => it.reason,
  internal: (it) => `処理できませんでした。登録済みの内容は変わっていません。もう一度お試しください（番号 ${it.number}）。`,
  unreachable: () => "台帳から返事がありません。入力した内容は画面に残っています。少し待って、もう一度お試しください。",
  screen: () => "この画面に不具合があります。登録済みの内容は変わっていません。画面をひらき直してください。",
};
