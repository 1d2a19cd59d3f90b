import "@fontsource-variable/noto-sans-jp/wght.css";
import "$look/tokens.css";
import "$look/base.css";
import { mount } from "svelte";
import App from "./App.svelte";
import { startRouter } from "$frame/router.svelte";
import { guardIme } from "$keys/ime";
import { listen } from "$keys/shortcuts";
import { followSystem, wearLook } from "$look/look.svelte";
import { speak, tongue } from "$words";
import { screens } from "./screens";

// The guard goes first: it must hear every key before anything else does.
guardIme();
listen();
wearLook();
followSystem();
speak(tongue.now);

// The page of all parts is for us, not for the desk: it is compiled in only for development.
const shown = import.meta.env.DEV || import.meta.env.MODE === "parts" ? (await import("./dev/entry")).prepare(screens) : screens;

startRouter();
const target = document.getElementById("app");
if (target) mount(App, { target, props: { screens: shown } });
