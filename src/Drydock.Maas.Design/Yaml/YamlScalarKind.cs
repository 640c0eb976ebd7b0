namespace Drydock.Maas.Design.Yaml;

/// <summary>The kinds of scalars in YAML 1.1, which is what Airship reads.</summary>
internal enum YamlScalarKind
{
    /// <summary>Text.</summary>
    Text,

    /// <summary>Nothing: empty, ~ or null.</summary>
    Null,

    /// <summary>true, on, yes and the like.</summary>
    Boolean,

    /// <summary>A whole number, also octal (0123), hexadecimal or with underscores.</summary>
    Integer,

    /// <summary>A number with a point.</summary>
    Float,
}
