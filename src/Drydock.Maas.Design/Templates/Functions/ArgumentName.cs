namespace Drydock.Maas.Design.Templates.Functions;

/// <summary>Stands before the argument it names.</summary>
internal sealed record ArgumentName(string Name);
