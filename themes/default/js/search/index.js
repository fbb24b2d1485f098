// The search index: finds pages and the passages that say what is looked for. Its parts are scripts below `search/`, which
// give their data away by `rolebookSearch.take`; only those that a query needs are loaded.
globalThis.rolebookSearch = (() => {
  "use strict";

  const FORM = 1; // the form of the parts that this script knows
  const NAME = 1; // the bit of what something is called
  const PURPOSE = 2; // and of what it is there for
  const WEIGHT = { 1: 6, 2: 2.5, 4: 3, 8: 2.5, 16: 1.8, 32: 1 }; // by the bit of what a passage says
  const ASKED = 2.2; // how much more a passage weighs that says what is asked for
  const MOST_WORDS = 40; // words of the index that one typed word may mean
  const MOST_PARTS = 4; // parts that are loaded for them
  const DIGITS = new Map([..."0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_"].map((c, at) => [c, at]));

  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("ß", "ss");
  const wordsOf = (text) => plain(text).match(/[\p{L}\p{N}]+/gu) ?? [];

  const given = new Map(); // data by the name of its part
  const parts = new Map(); // promises by the name of the part
  let base;
  let load;

  const take = (name, data) => given.set(name, data);

  const part = (name) => {
    if (!parts.has(name)) {
      const loading = load(`${base}${name}.js`).then(() => given.get(name));
      loading.catch(() => parts.delete(name));
      parts.set(name, loading);
    }
    return parts.get(name);
  };

  const pageOf = (line, folders) => {
    const [head, file] = line.split("\t");
    const space = head.indexOf(" ");
    const title = head.slice(space + 1);
    const folder = folders[Number(head.slice(1, space))];
    return { kind: head[0], title, url: folder + (file ?? `${wordsOf(title).join("-")}.html`) };
  };

  const linesOf = (text) => (text ? text.split("\n") : []);

  // The pages and words, made ready once.
  let ready;
  const prepare = (address, loader) => {
    base = address;
    load = loader;
    ready ??= part("index").then((data) => {
      if (data.form !== FORM) throw new Error(`form ${data.form}`);
      return {
        ...data,
        pages: linesOf(data.pages).map((line) => pageOf(line, data.folders)),
        forms: linesOf(data.words).map((line) => line.split(" ")),
        idle: new Set(wordsOf(data.idle)),
        asking: new Map(data.asking.flatMap(([bit, words]) => wordsOf(words).map((word) => [word, bit]))),
      };
    });
    ready.catch(() => (ready = undefined));
    return ready;
  };

  // How many letters differ, up to `most`: one too many, too few, another, or two exchanged (Damerau 1964).
  const distance = (one, other, most) => {
    if (Math.abs(one.length - other.length) > most) return most + 1;
    let [before, above] = [[], Array.from({ length: other.length + 1 }, (_, at) => at)];
    for (let i = 1; i <= one.length; i += 1) {
      const row = [i];
      for (let j = 1; j <= other.length; j += 1) {
        const isSame = one[i - 1] === other[j - 1];
        const isTurned = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
        const least = Math.min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (isSame ? 0 : 1));
        row.push(isTurned ? Math.min(least, before[j - 2] + 1) : least);
      }
      if (Math.min(...row) > most) return most + 1;
      [before, above] = [above, row];
    }
    return above[other.length];
  };

  // How well a word of the index meets a typed one: 1 as it is, less where it goes on or was mistyped, 0 not at all.
  const quality = (typed, word, slips) => {
    if (word === typed) return 1;
    if (typed.length > 1 && word.startsWith(typed)) return 0.55 + 0.3 * (typed.length / word.length);
    const off = slips ? distance(typed, word, slips) : 1;
    return off > slips ? 0 : 0.5 - 0.15 * (off - 1);
  };

  // Where a group of words is: the last part that begins with it or before.
  const partOf = (starts, group) => {
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle] <= group) low = middle;
      else high = middle - 1;
    }
    return low;
  };

  // The groups of words that a typed word may mean, the best first, within few parts.
  const meant = ({ forms, starts }, typed) => {
    const slips = typed.length < 4 ? 0 : typed.length < 8 ? 1 : 2;
    let found = [];
    forms.forEach((words, group) => {
      const best = Math.max(...words.map((word) => quality(typed, word, slips)));
      if (best > 0) found.push({ group, quality: best, part: partOf(starts, group) });
    });
    // What was typed right is not taken for a slip.
    if (found.some(({ quality }) => quality > 0.5)) found = found.filter(({ quality }) => quality > 0.5);
    found.sort((one, other) => other.quality - one.quality || one.group - other.group);
    const near = new Set();
    return found.slice(0, MOST_WORDS).filter(({ part }) => {
      if (near.size < MOST_PARTS) near.add(part);
      return near.has(part);
    });
  };

  // On which pages a group's words are, each with the bits of what these passages say.
  const postings = async ({ starts }, { group, part: at }) => {
    const lists = (await part(`terms-${at}`)).split("\n");
    const found = [];
    let [page, distance, shift, isFields] = [0, 0, 0, false];
    for (const c of lists[group - starts[at]] ?? "") {
      const digit = DIGITS.get(c);
      if (isFields) {
        found.push([page, digit]);
        [distance, shift, isFields] = [0, 0, false];
      } else {
        distance += (digit & 31) << shift;
        shift += 5;
        isFields = digit < 32;
        if (isFields) page += distance;
      }
    }
    return found;
  };

  const heaviest = (fields, asked) => {
    let best = 0;
    for (let bit = 1; bit <= 32; bit *= 2) {
      if (fields & bit) best = Math.max(best, WEIGHT[bit] * (asked & bit ? ASKED : 1));
    }
    return best;
  };

  // What is asked: the words that are looked for, those that are only welcome because they ask for something, and the
  // bits of what passages should say.
  const understood = ({ asking, idle }, text) => {
    const all = wordsOf(text);
    const telling = all.filter((word) => !asking.has(word) && !idle.has(word));
    if (!telling.length) return { words: all, welcome: [], asked: 0 };
    const welcome = all.filter((word) => asking.has(word));
    return { words: telling, welcome, asked: welcome.reduce((bits, word) => bits | asking.get(word), 0) };
  };

  // The best that each page has for one typed word.
  const met = async (index, groups, asked) => {
    const lists = await Promise.all(groups.map((group) => postings(index, group)));
    const best = new Map();
    lists.forEach((list, at) => {
      const { quality } = groups[at];
      const rare = 0.4 + Math.log(1 + index.pages.length / (1 + list.length));
      for (const [page, fields] of list) {
        const score = quality * heaviest(fields, asked) * rare;
        if (!(best.get(page)?.score >= score)) best.set(page, { score, named: fields & NAME ? 1 : 0 });
      }
    });
    return best;
  };

  // The pages that have most of the words, the best first.
  const ranked = (index, scores) => {
    const most = Math.max(0, ...[...scores.values()].map(({ met }) => met));
    const full = [...scores].filter(([, { met }]) => met === most);
    const pages = full.map(([page, { score, named }]) => {
      // A title that is said in full is meant more likely than a long one of which this is a part.
      const length = Math.max(named, wordsOf(index.pages[page].title).length);
      return { page, score: named ? score * (0.7 + (0.6 * named) / length) : score };
    });
    return pages.sort((one, other) => other.score - one.score || one.page - other.page).map(({ page }) => page);
  };

  const find = async (text) => {
    const index = await ready;
    const { words, welcome, asked } = understood(index, text);
    const scores = new Map();
    const wanted = [];
    const add = async (groups, isLookedFor) => {
      for (const [page, { score, named }] of await met(index, groups, asked)) {
        const so = scores.get(page) ?? { score: 0, met: 0, named: 0 };
        scores.set(page, { score: so.score + score, met: so.met + isLookedFor, named: so.named + named });
      }
    };
    for (const typed of words) {
      const groups = meant(index, typed);
      wanted.push(new Set(groups.flatMap(({ group }) => index.forms[group])));
      await add(groups, 1);
    }
    for (const typed of welcome) {
      await add(meant(index, typed).filter(({ quality }) => quality === 1), 0);
    }
    return { pages: ranked(index, scores), index, wanted, asked };
  };

  // The passage of a page that tells best why it was found: what it is for, where its title says all; or else the one with
  // most of the words, and of these one that says what is asked, of whom it is asked.
  const passage = async ({ index, wanted, asked }, page) => {
    const texts = (await part(`texts-${Math.floor(page / index.records)}`))[page % index.records];
    const metIn = (text) => {
      const said = wordsOf(text);
      return wanted.filter((forms) => said.some((word) => forms.has(word))).length;
    };
    const isNamed = metIn(index.pages[page].title) === wanted.length;
    const rated = texts.map(([field, text, anchor, about]) => {
      const met = metIn(`${text} ${about}`);
      const named = isNamed && field === PURPOSE ? 100 : 0;
      return { field, text, anchor, about, score: named + (met && met * 10 + metIn(about) + heaviest(field, asked)) };
    });
    return rated.reduce((best, one) => (best && best.score >= one.score ? best : one), undefined);
  };

  const isWanted = (word, wanted) => wordsOf(word).some((one) => wanted.some((forms) => forms.has(one)));

  return { take, prepare, find, passage, isWanted };
})();
