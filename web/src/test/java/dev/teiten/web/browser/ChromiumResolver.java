package dev.teiten.web.browser;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives all test classes one browser, which the platform closes after the last class. Playwright
 * belongs to its thread, so each thread has its own browser.
 */
final class ChromiumResolver implements ParameterResolver {

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Chromium.class;
  }

  @Override
  public Chromium resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getStore(StoreScope.EXECUTION_REQUEST, Namespace.create(ChromiumResolver.class))
        .computeIfAbsent(Thread.currentThread(), thread -> new Chromium(), Chromium.class);
  }
}
