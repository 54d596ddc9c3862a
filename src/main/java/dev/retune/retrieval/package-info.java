/// Vector and BM25 search, metrics, comparison and significance.
@org.jspecify.annotations.NullMarked
package dev.retune.retrieval;
