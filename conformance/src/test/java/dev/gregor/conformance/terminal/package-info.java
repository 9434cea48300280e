/**
 * Programs as a person meets them: in a terminal of 80×24, played by tmux. {@code gregor console} is driven through a
 * broker's death, and bash, zsh and fish load the completion scripts and complete a live topic.
 *
 * <p>Needs tmux, zsh and fish: {@code conformance/install-clients} installs them.
 */
@org.jspecify.annotations.NullMarked
package dev.gregor.conformance.terminal;
