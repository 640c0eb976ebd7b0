namespace Drydock.Maas.Simulator.Lifecycle;

/// <summary>The one who ends a stage.</summary>
internal enum StageActor
{
    /// <summary>The image or the installer that runs on the machine, by what it reports.</summary>
    Machine,

    /// <summary>The power controller, by what a rack controller hears from it.</summary>
    PowerController,
}
