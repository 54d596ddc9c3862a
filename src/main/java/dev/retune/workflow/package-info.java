/// One use case per step; what window and command line both call.
@org.jspecify.annotations.NullMarked
package dev.retune.workflow;
