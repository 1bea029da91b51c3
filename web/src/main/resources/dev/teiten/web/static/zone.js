// The chooser of the time zone: what browsers know is searched in their own list.
function addressIn(zone) {
  const url = new URL(location.href);
  url.searchParams.set("tz", zone);
  url.hash = "";
  return url.href;
}

const own = Intl.DateTimeFormat().resolvedOptions().timeZone;

function offerOwn(menu) {
  const link = menu.querySelector("[data-zone-own]");
  link.append(` ${own}`);
  link.href = addressIn(own);
  link.hidden = !own || own === menu.dataset.zone;
}

function offerAll(menu) {
  const names = Intl.supportedValuesOf ? Intl.supportedValuesOf("timeZone") : [own];
  menu.querySelector("datalist").append(...["UTC", ...names.filter((name) => name !== "UTC")].map((name) => new Option(name, name)));
}

export function zones() {
  const menu = document.getElementById("zone");
  if (!menu) return;
  offerOwn(menu);
  let offered = false;
  function opened() {
    if (!menu.open) return;
    if (!offered) offerAll(menu);
    offered = true;
    menu.querySelector("input[name=tz]").focus();
  }
  menu.addEventListener("toggle", opened);
  opened(); // It may have been opened before this file was there.
  menu.querySelector("[data-zone-own]").addEventListener("click", (event) => {
    event.currentTarget.href = addressIn(own); // The address may have changed since: a zoom, a slider.
  });
  menu.querySelector("form").addEventListener("submit", (event) => {
    event.preventDefault();
    location.href = addressIn(event.target.elements.tz.value.trim());
  });
}
