/** These tests run the main job from end to end, as a user runs it. */
@NullMarked
package dev.teiten.web.job;

import org.jspecify.annotations.NullMarked;
