package dev.retune.gpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.retune.task.Progress;
import dev.retune.text.ProblemException;
import dev.retune.text.Text;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Against a real HTTP server with wheels of the real names.
class GpuInstallTest {
  @TempDir Path home;
  private WheelServer server;
  private Gpu gpu;

  @BeforeEach
  void server() throws IOException {
    assumeTrue(
        System.getProperty("os.name").equals("Linux")
            && System.getProperty("os.arch").equals("amd64"),
        "PyPI has CUDA builds for Linux on x86_64 alone");
    server = new WheelServer();
    gpu =
        new Gpu(
            home,
            new Driver(List.of("no-such-program"), home.resolve("proc"), DriverTest.LOADABLE));
  }

  @AfterEach
  void close() {
    if (server != null) {
      server.close();
    }
  }

  @Test
  void theLibrariesAreKeptAndNothingElse() throws IOException {
    gpu.install(server.address(), Progress.none());
    var libraries = gpu.libraries().orElseThrow();
    assertThat(libraries).isEqualTo(home.resolve("cuda/torch/lib"));
    assertThat(libraries.resolve("libtorch_cuda.so")).hasBinaryContent(WheelServer.bytes(300_000));
    assertThat(libraries.resolve("../../nvidia/cublas/lib/libnvidia-cublas-cu12.so.12")).exists();
    assertThat(libraries.resolve("../../cusparselt/lib")).isDirectory();
    try (var files = Files.walk(home)) {
      assertThat(files.filter(Files::isRegularFile).map(file -> file.getFileName().toString()))
          .hasSize(Wheel.ALL.size() + 3)
          .noneMatch(
              name -> name.endsWith(".py") || name.contains("python") || name.endsWith("whl"));
    }
    assertThat(gpu.look().from()).hasSize(Wheel.ALL.size());
    assertThat(gpu.usable()).as("without a driver").isEmpty();
    Files.createDirectories(home.resolve("proc"));
    Files.writeString(home.resolve("proc/version"), "NVRM version: x");
    assertThat(gpu.usable()).contains(libraries);
  }

  @Test
  void aConnectionThatBreaksIsTakenUpWhereItBroke() {
    server.cutAfter(100_000);
    gpu.install(server.address(), Progress.none());
    assertThat(gpu.libraries()).isPresent();
    var torch = server.asked().stream().filter(name -> name.startsWith("torch")).toList();
    assertThat(torch).hasSizeBetween(4, 6);
    assertThat(torch.get(1)).endsWith(" 100000");
  }

  @Test
  void whatIsSentTwiceIsCountedOnce() {
    server.cutAfter(100_000, 60_000);
    server.withoutRanges();
    var file = new SimpleIndex(server.address()).find(Wheel.ALL.getFirst());
    var bytes = new AtomicLong();
    var download = new Download(home);
    assertThatThrownBy(() -> download.fetch(file, counting(bytes)))
        .isInstanceOf(ProblemException.class);
    assertThat(bytes).hasValue(100_000);
    server.cutAfter();
    download.fetch(file, counting(bytes));
    assertThat(bytes).hasValue(file.size());
  }

  @Test
  void aServerThatIsBusyIsAskedAgain() {
    server.busy(1);
    gpu.install(server.address(), Progress.none());
    assertThat(gpu.libraries()).isPresent();
  }

  @Test
  void roomIsAskedForOnlyForWhatIsNotHereYet() throws IOException {
    var files =
        List.of(
            new WheelFile("whole.whl", URI.create("http://x/whole.whl"), null, 1000),
            new WheelFile("half.whl", URI.create("http://x/half.whl"), null, 3000));
    var download = new Download(home);
    assertThat(GpuInstall.needed(files, download)).isEqualTo(7600 + 3000);
    Files.write(home.resolve("whole.whl"), new byte[1000]);
    Files.write(home.resolve("half.whl.part"), new byte[600]);
    assertThat(GpuInstall.needed(files, download)).isEqualTo(7600 + 3000 - 1600);
    var own = new WheelFile("own.whl", home.resolve("own.whl").toUri(), null, 3000);
    assertThat(GpuInstall.needed(List.of(own), download)).as("in a folder").isEqualTo(5700);
  }

  @Test
  void moreThanTheFileHasIsThrownAway() throws IOException {
    var file = new SimpleIndex(server.address()).find(Wheel.ALL.getFirst());
    var part = Files.createDirectories(home.resolve("downloads")).resolve(file.name() + ".part");
    Files.write(part, new byte[400_000]);
    gpu.install(server.address(), Progress.none());
    assertThat(gpu.libraries()).isPresent();
  }

  @Test
  void aSecondInstallationAtTheSameTimeIsRefused() throws IOException {
    try (var _ = InstallLock.take(home)) {
      refused("gpu.busy");
      assertThat(server.asked()).isEmpty();
      assertThatThrownBy(() -> gpu.link(home)).isInstanceOf(ProblemException.class);
    }
    gpu.install(server.address(), Progress.none());
    assertThat(gpu.libraries()).isPresent();
  }

  @Test
  void anInstallationThatWasCancelledGoesOn() {
    var looks = new AtomicLong(Wheel.ALL.size() + 2);
    assertThatExceptionOfType(CancellationException.class)
        .isThrownBy(() -> gpu.install(server.address(), cancelledAfter(looks)));
    assertThat(gpu.libraries()).isEmpty();
    gpu.install(server.address(), Progress.none());
    assertThat(gpu.libraries()).isPresent();
    assertThat(server.asked().get(1)).matches("torch.* [1-9][0-9]{4,}");
  }

  @Test
  void aWrongHashIsRefusedAndNothingOfItStays() {
    server.lieAbout("nvidia-cudnn-cu12");
    refused("gpu.download.hash");
    assertThat(home.resolve("downloads")).isNotEmptyDirectory();
    assertThat(home.resolve("downloads").toFile().list())
        .noneMatch(name -> name.startsWith("nvidia_cudnn"));
    server.lieAbout("");
    gpu.install(server.address(), Progress.none());
    assertThat(gpu.libraries()).isPresent();
    assertThat(server.asked().stream().filter(name -> name.startsWith("torch"))).hasSize(1);
  }

  @Test
  void aMissingWheelIsNamed() {
    server.remove("nvidia_nccl_cu12");
    assertThat(refused("gpu.wheel.none").getMessage()).contains("nvidia-nccl-cu12 2.26.2");
  }

  @Test
  void anIndexThatIsNotThereIsNamed() {
    var elsewhere = server.address().replace("/simple", "/nothing");
    assertThatThrownBy(() -> gpu.install(elsewhere, Progress.none()))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("HTTP 404");
  }

  @Test
  void anArchiveThatReachesOutOfItsFolderIsRefused() throws IOException {
    var bad = Map.of("torch/lib/libtorch_cuda.so", new byte[9], "../../escaped.so", new byte[9]);
    server.replace("torch", WheelServer.archive(bad));
    refused("gpu.wheel.escape");
    assertThat(home.resolve("unpacking/torch")).doesNotExist();
    assertThat(home.resolve("downloads").toFile().list())
        .as("a wheel that is no good is not tried again")
        .noneMatch(name -> name.startsWith("torch"));
    assertThat(home.getParent().resolve("escaped.so")).doesNotExist();
  }

  @Test
  void aLibraryWithoutItsHashIsRefused() throws IOException {
    var folder = Files.createDirectories(home.resolve("wheels"));
    for (var wheel : server.wheels().entrySet()) {
      var bytes = wheel.getValue();
      if (wheel.getKey().startsWith("nvidia_nvtx")) {
        var out = new java.io.ByteArrayOutputStream();
        try (var zip = new java.util.zip.ZipOutputStream(out)) {
          zip.putNextEntry(new java.util.zip.ZipEntry("nvidia/nvtx/lib/libnvToolsExt.so.1"));
          zip.write(1);
        }
        bytes = out.toByteArray();
      }
      Files.write(folder.resolve(wheel.getKey()), bytes);
    }
    assertThatThrownBy(() -> gpu.install(folder.toString(), Progress.none()))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("libnvToolsExt.so.1");
    Files.write(
        folder.resolve("nvidia_nvtx_cu12-12.6.77-py3-none-manylinux2014_x86_64.whl"),
        WheelServer.archive(Map.of("nvidia/nvtx/lib/libnvToolsExt.so.1", new byte[5])));
    gpu.take(folder, Progress.none());
    assertThat(gpu.libraries()).isPresent();
    assertThat(folder).as("the person's own files stay").isNotEmptyDirectory();
  }

  @Test
  void anotherPlatformIsTold() {
    assertThatThrownBy(() -> GpuInstall.requirePlatform("Mac OS X", "aarch64"))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("Mac OS X");
  }

  @Test
  void anExistingPyTorchIsLinked() throws IOException {
    var torch = Files.createDirectories(home.resolve("site/torch/lib")).getParent();
    Files.createDirectories(home.resolve("site/nvidia/cublas/lib"));
    Files.writeString(torch.resolve("lib/libtorch_cuda.so"), "x");
    Files.writeString(torch.resolve("lib/libtorch_python.so"), "x");
    Files.writeString(torch.resolve("version.py"), "__version__ = '2.8.0+cu126'\n");
    assertThatThrownBy(() -> gpu.link(torch))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("nor PyTorch 2.7.1");
    Files.writeString(torch.resolve("version.py"), "__version__ = '2.7.1+cu126'\n");
    Files.createDirectories(home.resolve("downloads/half"));
    gpu.take(home.resolve("site"), Progress.none());
    assertThat(home.resolve("downloads")).as("left half done before").doesNotExist();
    var libraries = gpu.libraries().orElseThrow();
    assertThat(libraries.resolve("libtorch_cuda.so")).exists();
    assertThat(libraries.resolve("libtorch_python.so")).doesNotExist();
    assertThat(libraries.resolve("../../nvidia/cublas/lib")).isDirectory();
    gpu.install(server.address(), Progress.none());
    assertThat(torch.resolve("lib/libtorch_cuda.so")).as("what was linked stays").exists();
  }

  private ProblemException refused(String code) {
    try {
      gpu.install(server.address(), Progress.none());
    } catch (ProblemException e) {
      assertThat(e.problem().code()).isEqualTo(code);
      assertThat(gpu.libraries()).isEmpty();
      return e;
    }
    throw new AssertionError("not refused");
  }

  private static Progress counting(AtomicLong units) {
    return progress(units, new AtomicLong(Long.MAX_VALUE));
  }

  /// @param looks how often the work finds that it may go on
  private static Progress cancelledAfter(AtomicLong looks) {
    return progress(new AtomicLong(), looks);
  }

  private static Progress progress(AtomicLong units, AtomicLong looks) {
    return new Progress() {
      @Override
      public void begin(Text what, long total) {}

      @Override
      public void advance(long more) {
        units.addAndGet(more);
      }

      @Override
      public boolean cancelled() {
        return looks.decrementAndGet() < 0;
      }
    };
  }
}
