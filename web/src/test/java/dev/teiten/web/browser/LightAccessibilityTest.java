package dev.teiten.web.browser;

import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Order;

@Order(1) // A long test: it starts early.
class LightAccessibilityTest extends AccessiblePages {
  LightAccessibilityTest() {
    super(ColorScheme.LIGHT, EVERY_RULE);
  }
}
