package dev.retune.pair.builtin;

import java.util.Optional;
import java.util.regex.Pattern;

/// What kind of quantity a unit measures.
///
/// @param unit pattern of the units
/// @param english such as "torque"
/// @param chinese such as "力矩"
record Quantity(Pattern unit, String english, String chinese) {
  private static final Quantity[] ALL = {
    of("N\\s?[·.\\-]?\\s?m|Nm|lbf?[·.\\- ]ft|ft[·.\\- ]lbf?|牛[·.]?米", "torque", "力矩"),
    of("°\\s?[CF]|℃|℉|degrees? (?:Celsius|Fahrenheit)|摄氏度|度", "temperature", "温度"),
    of("bar|mbar|kPa|MPa|hPa|Pa|psi|兆帕|千帕|巴", "pressure", "压力"),
    of("rpm|r/min|min-1|min⁻¹|revolutions per minute|转/分|转每分钟", "speed", "转速"),
    of("m/s|km/h|mph|米/秒", "speed", "速度"),
    of("mm/s|毫米/秒", "vibration", "振动"),
    of("m³/h|m3/h|l/min|L/min|l/h|L/h|m³/s|m3/s|l/s|gpm|立方米/小时|升/分", "flow", "流量"),
    of("kV|mV|V|volts?|伏", "voltage", "电压"),
    of("mA|kA|A|amps?|amperes?|安", "current", "电流"),
    of("kW|MW|GW|W|hp|千瓦|兆瓦|瓦", "power", "功率"),
    of("kHz|MHz|Hz|赫兹", "frequency", "频率"),
    of("dB\\(A\\)|dBA|dB|分贝", "noise level", "噪声"),
    of("kg|mg|g|tonnes?|tons?|t|lbs?|公斤|千克|吨|克", "weight", "重量"),
    of("litres?|liters?|ml|mL|l|L|gallons?|升|毫升", "amount", "容量"),
    of("mm|cm|km|µm|μm|m|metres?|meters?|inch(?:es)?|feet|ft|毫米|厘米|公里|千米|微米|米", "distance", "距离"),
    of(
        "seconds?|minutes?|hours?|days?|weeks?|months?|years?|min|h|s|秒|分钟|个?小时|天|日|周|个?月|年",
        "time",
        "时间"),
    of("%|per cent|percent|‰", "percentage", "比例"),
  };

  private static Quantity of(String units, String english, String chinese) {
    return new Quantity(Pattern.compile(units), english, chinese);
  }

  /// The quantity that a unit, as written, measures.
  static Optional<Quantity> of(String unit) {
    for (var quantity : ALL) {
      if (quantity.unit().matcher(unit).matches()) {
        return Optional.of(quantity);
      }
    }
    return Optional.empty();
  }

  /// A pattern that matches any known unit, longest first within each kind.
  static String anyUnit() {
    var units = new StringBuilder();
    for (var quantity : ALL) {
      units.append(units.isEmpty() ? "" : "|").append(quantity.unit().pattern());
    }
    return "(?:" + units + ")";
  }
}
