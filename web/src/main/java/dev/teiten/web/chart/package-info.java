/** The series behind the charts. */
@NullMarked
package dev.teiten.web.chart;

import org.jspecify.annotations.NullMarked;
