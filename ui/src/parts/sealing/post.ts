// How an envelope goes out: the service, its number and what stands against it before the desk refuses. Pure.
import type { PostPlan, PostService } from "$wire/generated";
import { w } from "$words";

export type PostForm = { service: string; tracking: string };

/** The service to start from: the one that still arrives, else the first of the profile. */
export function postForm(plan: PostPlan | null, services: readonly PostService[]): PostForm {
  return { service: services.find((it) => it.code === plan?.service)?.code ?? services[0]?.code ?? "", tracking: "" };
}

/** Digits in any width and with any dash; what was typed is sent as it is. */
export function digitsOf(text: string): string {
  return text.normalize("NFKC").replace(/\D/g, "");
}

/** What is wrong with a posting before the desk refuses it. */
export function againstPosting(form: PostForm, services: readonly PostService[]): string | null {
  const service = services.find((it) => it.code === form.service);
  if (!service) return w.facts.why.unknown_service;
  return service.tracking_digits > 0 && digitsOf(form.tracking).length !== service.tracking_digits ? w.facts.why.tracking_digits(service.tracking_digits) : null;
}

export function serviceOptions(services: readonly PostService[]): { value: string; label: string }[] {
  return services.map((it) => ({ value: it.code, label: it.tracking_digits > 0 ? w.case.papers.service(it.name, it.tracking_digits) : it.name }));
}

/** How many digits the chosen service wants; none where it has no number. */
export function digitsWanted(form: PostForm, services: readonly PostService[]): number {
  return services.find((it) => it.code === form.service)?.tracking_digits ?? 0;
}
