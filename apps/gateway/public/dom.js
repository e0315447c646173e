/** @typedef {Node | string | false | undefined} Child what is false or undefined is left out */

/**
 * Makes an element. Text goes in as text, never as markup.
 *
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Readonly<Record<string, string | boolean | ((event: Event) => void)>>} attributes functions listen to the event of their name; `false` leaves out
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function h(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name, value);
    else if (value !== false) element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.filter((child) => child !== false && child !== undefined));
  return element;
}

/**
 * Text whose parts in backticks are to be typed as they are.
 *
 * @param {string} text
 * @returns {readonly (Node | string)[]}
 */
export const withCode = (text) =>
  text.split('`').map((part, at) => (at % 2 === 1 ? h('code', {}, part) : part));

/**
 * The element of this id in index.html.
 *
 * @param {string} id
 * @returns {HTMLElement}
 */
export function byId(id) {
  const element = document.getElementById(id);
  if (element === null) throw new Error(`index.html has no #${id}`);
  return element;
}

let lastId = 0;

/**
 * A control under its label, with a hint where there is one.
 *
 * @param {string} label
 * @param {HTMLElement} control
 * @param {string} [hint]
 * @returns {HTMLElement}
 */
export function field(label, control, hint) {
  lastId += 1;
  control.id = `field-${lastId}`;
  if (hint !== undefined) control.setAttribute('aria-describedby', `hint-${lastId}`);
  return h(
    'div',
    { class: 'field' },
    h('label', { for: control.id }, label),
    control,
    hint !== undefined && h('p', { class: 'hint', id: `hint-${lastId}` }, hint),
  );
}

/**
 * Makes what is shown the same as what is wanted, and touches only what differs: what somebody has opened stays open, and
 * what is selected stays selected. No listeners are carried over.
 *
 * @param {Element} shown
 * @param {Element} wanted
 */
export function update(shown, wanted) {
  for (const { name, value } of wanted.attributes) {
    if (shown.getAttribute(name) !== value) shown.setAttribute(name, value);
  }
  let next = shown.firstChild;
  for (const child of [...wanted.childNodes]) {
    let same = next;
    while (same !== null && !isSameKind(same, child)) same = same.nextSibling;
    if (same === null) {
      shown.insertBefore(child, next);
      continue;
    }
    while (next !== null && next !== same) next = removed(next);
    next = same.nextSibling;
    if (same instanceof Element && child instanceof Element) update(same, child);
    else if (same.nodeValue !== child.nodeValue) same.nodeValue = child.nodeValue;
  }
  while (next !== null) next = removed(next);
}

/** @param {Node} one @param {Node} other */
const isSameKind = (one, other) =>
  one.nodeName === other.nodeName &&
  (!(one instanceof Element) || !(other instanceof Element) || one.className === other.className);

/** @param {ChildNode} node @returns {ChildNode | null} what comes after it */
function removed(node) {
  const { nextSibling } = node;
  node.remove();
  return nextSibling;
}

/**
 * Says something to those who do not see the page change.
 *
 * @param {string} text
 */
export function announce(text) {
  byId('announcer').textContent = text;
}

/**
 * Runs what an event began; what goes wrong is shown.
 *
 * @param {() => Promise<void>} work
 * @param {(error: unknown) => void} onError
 * @returns {(event: Event) => void}
 */
export const doing = (work, onError) => (event) => {
  event.preventDefault();
  work().catch(onError);
};
