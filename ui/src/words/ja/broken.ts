import type { StoreTrouble } from "$wire/generated";

type Bare = Record<"missing" | "empty" | "foreign" | "corrupt" | "backup_bad", string>;
type Of = Record<StoreTrouble["store"], string>;

const restart = "パソコンのほかの窓も確かめ、「受付」をいったん閉じて、もう一度ひらいてください。";

const head: Of = {
  never_created: "受付台帳がまだありません",
  already_exists: "受付台帳を作れませんでした",
  missing: "受付台帳が見つかりません",
  empty: "控えから、台帳を開き直せます",
  foreign: "控えから、台帳を開き直せます",
  newer: "「受付」を新しくすると開けます",
  corrupt: "控えから、台帳を開き直せます",
  locked: "台帳は、ほかの「受付」が使っています",
  read_only: "台帳に書き込めません",
  network_drive: "台帳をこのパソコンへ移してください",
  disk_full: "ディスクを空けると開けます",
  io: "台帳を読めません",
  backup_bad: "その控えは使えませんでした",
};
const what: Of = {
  never_created: "台帳のファイルがまだ作られていません。",
  already_exists: "同じ場所に、もう台帳のファイルがあります。",
  missing: "前に使っていた台帳のファイルが、いつもの場所にありません。動かされたか、消された可能性があります。",
  empty: "台帳のファイルはありますが、中身が空になっています。",
  foreign: "いつもの場所のファイルが、受付台帳として読めません。壊れたか、別のファイルが置かれています。",
  newer: "台帳は、もっと新しい「受付」で使われています。古い「受付」では開きません。",
  corrupt: "台帳のファイルの一部が読めなくなっています。",
  locked: "もう一つの「受付」がひらいているか、さきほどの「受付」がまだ終わっていません。",
  read_only: "台帳のファイルかフォルダーが、書き込みできない設定になっています。",
  network_drive: "台帳が共有フォルダーにあります。共有フォルダーでは、書いたものが失われることがあります。",
  disk_full: "台帳のあるディスクに空きがありません。",
  io: "ディスクから台帳を読み出せませんでした。",
  backup_bad: "選んだ控えが、確かめたところ読めませんでした。台帳には手を付けていません。",
};
const todo: Of = {
  never_created: restart,
  already_exists: "情報担当に、この画面を見せてください。",
  missing: "ファイルを動かした人がいないか、先に確かめてください。見つからなければ、下の控えから戻します。",
  empty: "下の控えを選んで戻してください。",
  foreign: "下の控えを選んで戻してください。",
  newer: "情報担当に、新しい「受付」を入れてもらってください。",
  corrupt: "下の控えを選んで戻してください。",
  locked: restart,
  read_only: "情報担当に、台帳のフォルダーに書き込めるようにしてもらってください。",
  network_drive: "情報担当に、台帳のフォルダーをこのパソコンの中へ移してもらってください。",
  disk_full: "いらないファイルを別の場所へ移してから、「受付」をひらき直してください。",
  io: `ケーブルや外付けディスクを確かめてください。${restart}`,
  backup_bad: "別の控えを選んでください。",
};

/** Where only a backup helps and there is none that can be used. */
const bare_head: Bare = {
  missing: "受付台帳が見つかりません",
  empty: "台帳の中身が空になっています",
  foreign: "台帳を読めません",
  corrupt: "台帳を読めません",
  backup_bad: "その控えは使えませんでした",
};
const seek = "情報担当に連絡し、外付けディスクやほかの場所に控えがないか、探してもらってください。";
const bare_todo: Bare = {
  missing: `ファイルを動かした人がいないか、先に確かめてください。見つからなければ、${seek}`,
  empty: seek,
  foreign: seek,
  corrupt: seek,
  backup_bad: seek,
};

export const broken = {
  title: "台帳を開けません",
  head,
  bare_head,
  head_other: "台帳を開けません",
  what_heading: "何が起きたか",
  what,
  safe_heading: "守られているもの",
  safe_backup: (when: string, cases: number) => `${when} の控え（申込${cases}件）は検証済みです。`,
  safe_file: "いまのファイルは消さず、書き込みもしていません。",
  safe_moved: "ファイルが動かされただけなら、中身は残っています。",
  todo_heading: "どうするか",
  todo,
  bare_todo,
  todo_other: "「受付」をいったん閉じて、もう一度ひらいてください。続くときは、情報担当にこの画面を見せてください。",
  list: "控えを選んでください",
  columns: { pick: "選ぶ", at: "いつの控え", cases: "申込", checked: "確かめた結果" },
  cases: (n: number) => `${n}件`,
  verified: "検証済み",
  unusable: "使えません",
  restore: (when: string) => `${when} の控えに戻す`,
  restoring: "控えを確かめてから、入れ替えています…",
  restored: (when: string) => `${when} の控えに戻しました。そのあとの登録をもう一度入れてください。`,
  not_restored: "控えに戻せませんでした",
  aside: "壊れた台帳は消さず、名前を変えて同じフォルダーに取っておきます。",
  paper: "いま届いている郵便は、紙に書いておけば、あとで登録できます。",
  retry: "もう一度確かめる",
  retried: "まだ開けません",
  detail: (code: string, when: string) => `問い合わせのときに伝えること　${code}　${when}`,
};
