// Fills an empty time zone field with the zone of this browser: most people sit where their cameras are.
const field = document.querySelector("[data-guess=zone]");
if (field && field.value === "") {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if ([...(field.list?.options ?? [])].some((option) => option.value === zone)) {
    field.value = zone;
  }
}
