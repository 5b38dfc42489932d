// Chooses the time zone of this browser until somebody has chosen: most people sit where their cameras are.
const field = document.querySelector("select[data-guess=zone]");
if (field?.selectedOptions[0]?.defaultSelected) {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone.replace(/^Etc\/UTC$/, "UTC");
  if ([...field.options].some((option) => option.value === zone)) {
    field.value = zone;
  }
}
