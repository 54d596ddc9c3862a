package dev.retune.encoder;

import ai.djl.Device;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.retune.text.Problem;
import java.nio.file.Path;

/// How the native libraries of DJL are found: those on the class path, or the CUDA build of PyTorch
/// that was installed beside the models; nothing from the network.
///
/// What DJL loads is decided once for each process, at its first use.
public final class NativeLibraries {
  private static final String CUDA_FOLDER = "retune.cuda.libraries";
  private static final String LIBRARY_PATH = "PYTORCH_LIBRARY_PATH";

  private NativeLibraries() {}

  /// Keeps DJL from ever asking the network; must come before its first use.
  public static void stayOffline() {
    System.setProperty("ai.djl.offline", "true");
    System.setProperty("OPT_OUT_TRACKING", "true");
  }

  /// Says where a CUDA build of PyTorch 2.7.1 lies that this machine's driver can run. It is loaded
  /// when [#device] is first asked for anything but the processor.
  public static void offerCuda(Path libraries) {
    System.setProperty(CUDA_FOLDER, libraries.toString());
  }

  /// Whether a CUDA build was offered to this process.
  public static boolean cudaOffered() {
    return System.getProperty(CUDA_FOLDER) != null;
  }

  /// The device that `choice` means on this machine.
  ///
  /// @throws dev.retune.text.ProblemException if CUDA is asked for and cannot be used
  public static Device device(DeviceChoice choice) {
    stayOffline();
    if (choice == DeviceChoice.CPU) {
      return Device.cpu();
    }
    var offered = System.getProperty(CUDA_FOLDER);
    if (offered != null) {
      System.setProperty(LIBRARY_PATH, offered);
      System.setProperty("PYTORCH_VERSION", "2.7.1");
      // The only JNI library for CUDA that DJL has for this version; it runs with CUDA 12.6 too.
      System.setProperty("PYTORCH_FLAVOR", "cu128");
    }
    if (offered == null && System.getenv(LIBRARY_PATH) == null) {
      return without(choice, Problem.of(NativeLibraries.class, "cuda.none"));
    }
    try (var manager = root();
        var on = manager.newSubManager(Device.gpu(0));
        var _ = on.zeros(new Shape(1))) {
      return Device.gpu(0);
    } catch (EngineException e) {
      return without(choice, Problem.of(NativeLibraries.class, "cuda.fails", firstLine(e)));
    }
  }

  private static Device without(DeviceChoice choice, Problem why) {
    if (choice == DeviceChoice.CUDA) {
      throw why.exception();
    }
    return Device.cpu();
  }

  private static String firstLine(Exception e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("").strip();
  }

  /// A manager of native memory outside any other.
  public static NDManager root() {
    stayOffline();
    return NDManager.newBaseManager("PyTorch");
  }
}
