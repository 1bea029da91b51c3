// The chooser of the time zone: what browsers know is searched in their own list.
function addressIn(zone) {
  const url = new URL(location.href);
  url.searchParams.set("tz", zone);
  url.hash = "";
  return url.href;
}

function offer(menu) {
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const link = menu.querySelector("[data-zone-own]");
  link.hidden = !own || own === menu.dataset.zone;
  link.append(` ${own}`);
  link.href = addressIn(own);
  const names = Intl.supportedValuesOf ? Intl.supportedValuesOf("timeZone") : [own];
  menu.querySelector("datalist").append(...["UTC", ...names.filter((name) => name !== "UTC")].map((name) => new Option(name, name)));
}

export function zones() {
  const menu = document.getElementById("zone");
  if (!menu) return;
  let offered = false;
  menu.addEventListener("toggle", () => {
    if (!menu.open) return;
    if (!offered) offer(menu);
    offered = true;
    menu.querySelector("input[name=tz]").focus();
  });
  menu.querySelector("form").addEventListener("submit", (event) => {
    event.preventDefault(); // The address may have changed since the page was made: a zoom, a slider.
    location.href = addressIn(event.target.elements.tz.value.trim());
  });
}
