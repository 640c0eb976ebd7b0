namespace Drydock.Maas.Design.BootActions.Templates;

/// <summary>Stands before the argument it names.</summary>
internal sealed record ArgumentName(string Name);
