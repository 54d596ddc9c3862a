/// The comparison screen: what base model, tuned model and BM25 find for one question and for all.
@org.jspecify.annotations.NullMarked
package dev.retune.ui.compare;
