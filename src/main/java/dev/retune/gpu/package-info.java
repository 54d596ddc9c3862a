/// CUDA support: what graphics card there is, and the CUDA build of PyTorch beside the models.
@org.jspecify.annotations.NullMarked
package dev.retune.gpu;
