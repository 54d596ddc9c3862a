/// Figures that take minutes or hours: run with `mvn -Pbenchmark test`, results under
/// `target/benchmark`.
@org.jspecify.annotations.NullMarked
package dev.retune.benchmark;
