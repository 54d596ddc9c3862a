package dev.retune.app;

import dev.retune.ui.support.Browser;
import dev.retune.ui.support.FileChoice;
import dev.retune.ui.support.UiMemory;

/// The ports of the window to the desktop around it.
public record Desk(UiMemory memory, FileChoice files, Browser browser) {}
