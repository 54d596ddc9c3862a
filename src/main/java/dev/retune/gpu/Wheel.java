package dev.retune.gpu;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// A Python package whose native libraries are wanted; its wheel is a plain zip archive.
///
/// @param project its name in the index
/// @param version exactly
record Wheel(String project, String version) {

  /// PyTorch 2.7.1, the version of this program's own libraries, and the CUDA libraries that its
  /// metadata ask for on Linux x86_64 (but not Triton, which is for Python alone).
  static final List<Wheel> ALL =
      List.of(
          new Wheel("torch", "2.7.1"),
          new Wheel("nvidia-cuda-nvrtc-cu12", "12.6.77"),
          new Wheel("nvidia-cuda-runtime-cu12", "12.6.77"),
          new Wheel("nvidia-cuda-cupti-cu12", "12.6.80"),
          new Wheel("nvidia-cudnn-cu12", "9.5.1.17"),
          new Wheel("nvidia-cublas-cu12", "12.6.4.1"),
          new Wheel("nvidia-cufft-cu12", "11.3.0.4"),
          new Wheel("nvidia-curand-cu12", "10.3.7.77"),
          new Wheel("nvidia-cusolver-cu12", "11.7.1.2"),
          new Wheel("nvidia-cusparse-cu12", "12.5.4.2"),
          new Wheel("nvidia-cusparselt-cu12", "0.6.3"),
          new Wheel("nvidia-nccl-cu12", "2.26.2"),
          new Wheel("nvidia-nvtx-cu12", "12.6.77"),
          new Wheel("nvidia-nvjitlink-cu12", "12.6.85"),
          new Wheel("nvidia-cufile-cu12", "1.11.1.6"));

  private static final Pattern LIBRARY =
      Pattern.compile("(torch|cusparselt|nvidia/[a-z_]+)/lib/lib[^/]+\\.so(\\.[0-9.]+)?");

  /// Whether `file` is this wheel for Linux on x86_64; any Python's will do, the libraries are the
  /// same.
  boolean is(String file) {
    var name = file.toLowerCase(Locale.ROOT);
    return name.startsWith(project.replace('-', '_') + "-" + version + "-")
        && name.contains("manylinux")
        && name.endsWith("x86_64.whl");
  }

  /// Whether an entry of the archive is a library to keep: all but the bridge to Python.
  static boolean keeps(String entry) {
    return LIBRARY.matcher(entry).matches() && !entry.contains("libtorch_python");
  }
}
