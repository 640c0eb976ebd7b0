namespace Drydock.Maas.Values;

/// <summary>The statuses of machines in MAAS, with its numbers.</summary>
internal enum MachineStatus
{
    New = 0,
    Commissioning = 1,
    FailedCommissioning = 2,
    Missing = 3,
    Ready = 4,
    Reserved = 5,
    Deployed = 6,
    Retired = 7,
    Broken = 8,
    Deploying = 9,
    Allocated = 10,
    FailedDeployment = 11,
    Releasing = 12,
    ReleasingFailed = 13,
    DiskErasing = 14,
    FailedDiskErasing = 15,
    RescueMode = 16,
    EnteringRescueMode = 17,
    FailedToEnterRescueMode = 18,
    ExitingRescueMode = 19,
    FailedToExitRescueMode = 20,
    Testing = 21,
    FailedTesting = 22,
}
