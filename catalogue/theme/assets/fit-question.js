// The question "what fits", put to the index: what is asked for beside words and facets, and how many there are of each.

import { find } from "./find.js";
import { classify, countClasses, filterOf, typesOf } from "./fits-into.js";
import { platformNamed } from "./platforms.js";

/** @typedef {import("./platforms.js").Platform} Platform */
/** @typedef {import("./fits-into.js").Class} Class */
/** @typedef {import("./find.js").Answer} Answer */
/** @typedef {import("./state.js").State} State */

/** @type {{key: string, classes: import("./fits-into.js").Classes} | undefined} what was judged last: most new questions are new words only */
let judged;

/**
 * @param {string[]} values
 * @param {State} state
 * @param {Platform | null} platform
 */
function remembered(values, { fit }, platform) {
  const key = JSON.stringify([fit.platform, fit.limits, platform]);
  if (judged?.key !== key) judged = { key, classes: classify(values, fit, platform) };
  return judged.classes;
}

/**
 * @param {URL} root
 * @param {State} state
 * @param {string[]} values every value of the facet `needs`
 * @returns {Promise<{answer: Answer, counts: Record<Class, number>, platform: Platform | null, asked: State}>}
 */
export async function ask(root, state, values) {
  const platform = await platformNamed(root, state.fit.platform);
  const classes = remembered(values, state, platform);
  const also = filterOf(classes, state.fit, platform);
  const asked = also ? { ...state, also } : state;
  const answer = await find(root, asked);
  const otherwise = also ? await find(root, { ...state, also: typesOf(platform) }) : answer;
  return { answer, counts: countClasses(classes, otherwise.counts.needs ?? {}), platform, asked };
}
