package dev.retune.cli;

import dev.retune.workflow.ProgramVersion;
import picocli.CommandLine;

/// What `--version` says.
final class VersionText implements CommandLine.IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {"retune " + ProgramVersion.read()};
  }
}
