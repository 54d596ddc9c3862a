"""Searches passages with the model in this folder, as its retrieval.json says.

    pip install sentence-transformers      # 5.0 or later
    python retrieve.py passages.txt "What torque does the gland nut take?"    # one passage a line

A passage that is longer than a window has several vectors, and its best one counts. Where there is a hybrid weight, the
model is joined with BM25: both sides' scores become z-scores over all passages.
"""

import json
import math
import re
import sys
from collections import Counter
from pathlib import Path

import numpy
import torch
from sentence_transformers import SentenceTransformer

STOP = set("a an and are as at be but by for if in into is it no not of on or such that the their then there these "
           "they this to was will with".split())
CJK = r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uac00-\ud7af]"
WORD = re.compile(rf"{CJK}+|(?:(?<=[^\W\d_])[.'’:](?=[^\W\d_])|(?<=\d)[.,;'’](?=\d)|(?!{CJK})\w)+")


def words(text):
    """Words in lower case without English stop words; Chinese as single characters and pairs of neighbours."""
    found = []
    for word in WORD.findall(text.lower()):
        if re.match(CJK, word):
            found += list(word) + [word[i : i + 2] for i in range(len(word) - 1)]
        elif word not in STOP:
            found.append(word)
    return found


class Bm25:
    """BM25 with k1 = 1.2 and b = 0.75, as Lucene computes it."""

    def __init__(self, passages):
        self.counts = [Counter(words(passage)) for passage in passages]
        lengths = [sum(count.values()) for count in self.counts]
        mean = max(sum(lengths), 1) / len(passages)
        self.norms = [1.2 * (0.25 + 0.75 * self.kept(length) / mean) for length in lengths]
        self.holders = Counter(word for count in self.counts for word in count)

    @staticmethod
    def kept(length):
        """Lucene keeps four bits of what a length has above 24."""
        shift = max(0, (length - 24).bit_length() - 4)
        return length if length < 24 else 24 + (length - 24 >> shift << shift)

    def scores(self, question):
        scores = numpy.zeros(len(self.counts))
        for word in words(question):
            holders = self.holders[word]
            weight = math.log(1 + (len(self.counts) - holders + 0.5) / (holders + 0.5))
            for i, count in enumerate(self.counts):
                if word in count:
                    scores[i] += weight * count[word] / (count[word] + self.norms[i])
        return scores


class Searcher:
    def __init__(self, passages, folder=Path(__file__).parent):
        self.settings = json.loads((Path(folder) / "retrieval.json").read_text(encoding="utf-8"))
        self.model = SentenceTransformer(str(folder))
        rows = [self.windows(passage) for passage in passages]
        self.first = numpy.cumsum([0] + [len(windows) for windows in rows])[:-1]
        self.vectors = self.embed([window for windows in rows for window in windows])
        self.bm25 = Bm25(passages)

    def windows(self, passage):
        """The token ids of each window, with prompt and special tokens around the text."""
        prompt = self.settings["passage_prompt"]
        read = self.model.tokenizer(prompt + passage, truncation=False, verbose=False,
                                    return_offsets_mapping=True, return_special_tokens_mask=True)
        ids, special, spans = read["input_ids"], read["special_tokens_mask"], read["offset_mapping"]
        head = next((i for i, s in enumerate(special) if not s), len(ids))
        while head < len(ids) and not special[head] and spans[head][1] <= len(prompt):
            head += 1
        tail = next((i for i, s in enumerate(reversed(special)) if not s), 0)
        text, end = ids[head : len(ids) - tail], ids[len(ids) - tail :]
        size, step = (self.settings["windows"]["size"], self.settings["windows"]["step"]) \
            if "windows" in self.settings else (self.model.max_seq_length, len(ids))
        room = size - head - tail
        count = 1 if len(text) <= room or "windows" not in self.settings else 1 + math.ceil((len(text) - room) / step)
        return [ids[:head] + text[i * step : i * step + room] + end for i in range(count)]

    def embed(self, windows, batch=32):
        pad = self.model.tokenizer.pad_token_id
        vectors = []
        for start in range(0, len(windows), batch):
            some = windows[start : start + batch]
            longest = max(map(len, some))
            features = {
                "input_ids": torch.tensor([ids + [pad] * (longest - len(ids)) for ids in some]),
                "attention_mask": torch.tensor([[1] * len(ids) + [0] * (longest - len(ids)) for ids in some]),
            }
            features = {name: tensor.to(self.model.device) for name, tensor in features.items()}
            with torch.no_grad():
                vectors.append(self.model(features, task="document")["sentence_embedding"].float().cpu().numpy())
        return numpy.concatenate(vectors)

    def scores(self, question, hybrid=True):
        """The score of every passage."""
        asked = self.model.encode_query([question], convert_to_numpy=True)
        alike = self.model.similarity(asked, self.vectors)[0].numpy()
        best = numpy.maximum.reduceat(alike, self.first).astype(float)
        weight = self.settings.get("hybrid_weight") if hybrid else None
        if weight is None:
            return best
        return weight * zscores(self.bm25.scores(question)) + (1 - weight) * zscores(best)

    def search(self, question, k=10):
        """Places and scores of the best passages, best first."""
        scores = self.scores(question)
        return [(int(i), float(scores[i])) for i in numpy.argsort(-scores, kind="stable")[:k]]


def zscores(scores):
    return (scores - scores.mean()) / scores.std() if scores.max() > scores.min() else scores * 0


if __name__ == "__main__":
    lines = Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()
    for place, score in Searcher(lines).search(sys.argv[2]):
        print(f"{score:.4f}  {lines[place]}")
