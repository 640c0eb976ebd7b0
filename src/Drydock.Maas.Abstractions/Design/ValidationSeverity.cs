namespace Drydock.Maas.Design;

/// <summary>Grades of findings.</summary>
public enum ValidationSeverity
{
    /// <summary>The design cannot be provisioned as it is.</summary>
    Error,

    /// <summary>It can, but probably not as meant.</summary>
    Warning,

    /// <summary>Worth knowing.</summary>
    Info,
}
