package dev.retune.encoder;

import ai.djl.ndarray.NDManager;

/// How the native libraries of DJL are found: those on the class path, nothing from the network.
public final class NativeLibraries {
  private NativeLibraries() {}

  /// Keeps DJL from ever asking the network; must come before its first use.
  public static void stayOffline() {
    System.setProperty("ai.djl.offline", "true");
    System.setProperty("OPT_OUT_TRACKING", "true");
  }

  /// A manager of native memory outside any other.
  public static NDManager root() {
    stayOffline();
    return NDManager.newBaseManager("PyTorch");
  }
}
