namespace Drydock.Maas.Design;

/// <summary>A rule that designs are validated by.</summary>
/// <param name="RuleId">Its identifier, for example CidrValidity; unique.</param>
/// <param name="Code">Its code, for example DD2006; Drydock gave some codes to two rules.</param>
/// <param name="Name">Its name, which every message begins with.</param>
/// <param name="Description">What it looks for.</param>
public sealed record ValidationRuleInfo(string RuleId, string Code, string Name, string Description)
{
    /// <summary>Identifier and code.</summary>
    public override string ToString() => $"{RuleId} ({Code})";
}
