/// Losses over the embeddings of a batch, each as sentence-transformers defines it.
@org.jspecify.annotations.NullMarked
package dev.retune.training.loss;
