// Answers come in the order they like: only the last question's may be shown.

/** Says which of several questions is the last: `const nueva = turno(); … const vale = nueva(); … if (!vale()) return;` */
export function turno() {
  let ultima = 0;
  return () => {
    const esta = ++ultima;
    return () => esta === ultima;
  };
}
